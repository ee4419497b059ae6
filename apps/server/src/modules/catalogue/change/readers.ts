/** The department, the five offices, who edits the catalogue, and who watches over the hall. A change names no citizen. */
export const changeReaders = {
  policy: {
    roles: [
      'authorityHead',
      'reformOffice',
      'legalOffice',
      'staffingOffice',
      'pricingOffice',
      'leadingGroup',
      'catalogueEditor',
      'supervisor',
      'dutyManager',
    ],
  },
} as const;
