const licensingLaw = (article: string): string => `行政许可法${article}`;

/** Articles that refusals and breaches name, in the figures of official citation, as papers and guides write them. */
export const articles: Readonly<
  Record<
    | 'form'
    | 'listedMaterials'
    | 'competence'
    | 'oneNotice'
    | 'complete'
    | 'toldAllAtOnce'
    | 'notToldAllAtOnce'
    | 'twoOfficers'
    | 'refusal'
    | 'extension'
    | 'notCounted',
    string
  >
> = {
  form: licensingLaw('第二十九条'),
  listedMaterials: licensingLaw('第三十一条'),
  competence: licensingLaw('第三十二条第一款第二项'),
  /** All defects at once within five days; silence is acceptance. */
  oneNotice: licensingLaw('第三十二条第一款第四项'),
  complete: licensingLaw('第三十二条第一款第五项'),
  toldAllAtOnce: licensingLaw('第三十二条第一款第四项、第七十二条第四项'),
  /** The liability for not having told it all at once. */
  notToldAllAtOnce: licensingLaw('第七十二条第四项'),
  twoOfficers: licensingLaw('第三十四条第三款、第五十五条'),
  refusal: licensingLaw('第三十八条第二款'),
  extension: licensingLaw('第四十二条'),
  notCounted: licensingLaw('第四十五条'),
};
