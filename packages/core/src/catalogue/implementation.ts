import type { Day } from '@yimen/kernel';
import type { CodedValue } from './codeSchemes.ts';

/** A file kept beside an item by its content: a blank form, a filled-in sample, a sample of the result. */
export interface FileReference {
  readonly name: string;
  /** SHA-256 of the content in the file store. */
  readonly sha256: string;
}

/** 委托 (Art. 24): another authority carries it out in the principal's name, and may not pass it on. */
export interface Entrustment {
  /** 委托机关, in whose name it is decided. */
  readonly principal: string;
  readonly agent: string;
  readonly basis: string;
  /** The day the two authorities and the content were announced. */
  readonly announced?: Day;
  readonly from: Day;
  readonly to?: Day;
}

/** 中介服务: lawful only on a law, a regulation or a decision of the State Council; nobody may be designated. */
export interface IntermediaryService {
  readonly name: string;
  readonly basis: string;
  /** Who pays; what an authority commissions itself, it pays (优化营商环境条例 Art. 43). */
  readonly paidBy: 'applicant' | 'authority';
}

/** Where the item stands in the four lists; each the list's own number of it. */
export interface ListLinks {
  /** 权力清单 */
  readonly power?: string;
  /** 责任清单 */
  readonly responsibility?: string;
  /** 监管事项清单 */
  readonly supervision?: string;
  /** 中介服务清单 */
  readonly intermediary?: string;
}

/** 主项 → 子项 → 业务办理项. */
export interface ItemTree {
  readonly mainItem?: string;
  readonly mainItemCode?: string;
  readonly subItem?: string;
  /** 33 characters: the implementation code and two digits of its own. */
  readonly handlingOption?: string;
  readonly handlingOptionCode?: string;
  /** The item above it in this hall, by id; no item is above itself. */
  readonly parent?: string;
}

export type ServerType =
  | 'naturalPerson'
  | 'company'
  | 'publicInstitution'
  | 'socialOrganisation'
  | 'unincorporated'
  | 'authority'
  | 'organisation';

/** How and where it can be done. */
export interface ServiceModes {
  readonly modes?: readonly ('window' | 'online' | 'express')[];
  /** 到办事现场次数; 0 where nobody has to come (最多跑一次: at most 1). */
  readonly visits?: number;
  /** Needed where somebody must come. */
  readonly visitReason?: string;
  readonly onlineDepth?:
    'enquiry' | 'receipt' | 'preReview' | 'acceptance' | 'handling' | 'resultNotice' | 'electronicLicence' | 'other';
  readonly online?: boolean;
  readonly inCentre?: boolean;
  readonly appointment?: boolean;
  readonly onlinePayment?: boolean;
  readonly express?: boolean;
  readonly selfService?: boolean;
  readonly singleSignOn?: boolean;
  /** 同城通办: at any hall or station of the city. */
  readonly sameCity?: boolean;
  readonly area?: 'nation' | 'acrossProvinces' | 'acrossCities' | 'acrossCounties' | 'acrossTowns' | 'acrossVillages';
  readonly desktopUrl?: string;
  readonly mobileUrl?: string;
}

/** Who carries it out, beyond the authority itself. */
export interface ImplementingBody {
  readonly name?: string;
  readonly code?: string;
  readonly nature?: 'statutory' | 'authorised' | 'entrusted';
  readonly powerSource?: 'own' | 'handedDown' | 'granted' | 'grantedBySame' | 'entrustedFromAbove' | 'entrustedBySame';
}

/** What the national implementation list (实施清单) wants to know beyond what a case is run by. */
export interface ImplementationFacts {
  readonly state?: 'inForce' | 'suspended' | 'abolished';
  readonly tree?: ItemTree;
  readonly body?: ImplementingBody;
  readonly entrustment?: Entrustment;
  /** 联办机构, by name. */
  readonly jointBodies?: readonly string[];
  readonly intermediaries?: readonly IntermediaryService[];
  readonly lists?: ListLinks;
  readonly serverTypes?: readonly ServerType[];
  readonly service?: ServiceModes;
  readonly statutoryNote?: string;
  readonly promisedNote?: string;
  readonly userTopics?: readonly string[];
  readonly companyTopics?: readonly string[];
  readonly town?: { readonly code: string; readonly name: string };
  readonly village?: { readonly code: string; readonly name: string };
  readonly resultSample?: FileReference;
  readonly questions?: readonly { readonly question: string; readonly answer: string }[];
  /** Values as other platforms code them, each with its scheme. */
  readonly otherCodes?: readonly CodedValue[];
}
