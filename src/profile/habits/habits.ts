/** What a customer does as a rule, told from purchases, reviews and shares when asked; null where there is too little to tell. */
export interface Habits {
  /** Purchases, and those of them in a promotion or with a discount on a line. */
  readonly purchases: number;
  readonly bargains: number;
  readonly promotionShare: number | null;
  readonly discountShare: number | null;
  readonly priceSensitivity: number | null;
  readonly returnRate: number | null;
  readonly averageRating: number | null;
  readonly preferredChannel: string | null;
  /** Code. */
  readonly preferredStore: string | null;
  readonly preferredCategory: string | null;
  readonly preferredHour: number | null;
  readonly seasonShare: number | null;
  /** Openings of what the customer shared and reads of the customer's reviews, by others; each of these once for a share or review. */
  readonly sharesOpened: number;
  readonly reviewReads: number;
}

/** A habit that rules can ask for. */
export type HabitName = Exclude<keyof Habits, 'purchases' | 'bargains'>;

/** What each habit is: a word, a whole number, or a number with decimals. */
export const habitTypes: { readonly [Name in HabitName]: 'text' | 'whole' | 'decimal' } = {
  promotionShare: 'decimal',
  discountShare: 'decimal',
  priceSensitivity: 'decimal',
  returnRate: 'decimal',
  averageRating: 'decimal',
  seasonShare: 'decimal',
  preferredChannel: 'text',
  preferredStore: 'text',
  preferredCategory: 'text',
  preferredHour: 'whole',
  sharesOpened: 'whole',
  reviewReads: 'whole',
};

/** The same made of every habit. */
export function ofEachHabit<T>(make: (name: HabitName) => T): Readonly<Record<HabitName, T>> {
  const names = Object.keys(habitTypes) as HabitName[];
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<HabitName, T>;
}

/** What a habit is read from: how its customer is written, and the parameter with the time zone. */
export interface HabitPlace {
  readonly customer: string;
  /** IANA name, e.g. `$timeZone`. */
  readonly timeZone: string;
}

type Print = (place: HabitPlace) => string;

/** One figure of all purchases. Variables have names that no statement around them uses: those would be taken for their own. */
const ofPurchases = (aggregate: string, more = ''): Print => {
  return ({ customer }) =>
    `COLLECT { MATCH (${customer})-[:PLACED]->(habitOrder)${more} WHERE habitOrder.isPurchase = true ${aggregate} }[0]`;
};
const isBargain = `(habitOrder.promotion IS NOT NULL OR EXISTS { (habitOrder)-[habitCut:CONTAINS]->() WHERE habitCut.discountMinor > 0 })`;
const lineValue =
  'coalesce(habitLine.valueMinor, habitLine.quantity * habitLine.unitPriceMinor - coalesce(habitLine.discountMinor, 0))';

/** So many percent of a whole; missing where there is none. */
const percent = (some: string, all: string) =>
  `WITH sum(${some}) AS habitSome, sum(${all}) AS habitAll RETURN CASE WHEN habitAll > 0 THEN 100.0 * habitSome / habitAll END AS habit`;

/** The fewest purchases that show a preference. */
const FEWEST = 3;

/** The value of more than half of at least three purchases. */
const preferred = (property: string): Print =>
  ofPurchases(`WITH habitOrder.${property} AS habitValue, count(*) AS habitCount
    WITH collect([habitValue, habitCount]) AS habitPairs, sum(habitCount) AS habitAll
    RETURN CASE WHEN habitAll >= ${FEWEST} THEN [pair IN habitPairs WHERE pair[0] IS NOT NULL AND 2 * pair[1] > habitAll | pair[0]][0] END AS habit`);

/** z of the 95 % interval of the normal distribution, squared. */
const Z = 1.959964;
const ZZ = Z * Z;
// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209–212: the lower bound
const wilson = `CASE WHEN habitSome = 0 THEN 0.0 ELSE 100.0 * (habitSome / habitAll + ${ZZ} / (2.0 * habitAll)
      - ${Z} * sqrt(habitSome / habitAll * (1.0 - habitSome / habitAll) / habitAll + ${ZZ} / (4.0 * habitAll * habitAll))) / (1.0 + ${ZZ} / habitAll) END`;

const localTime = ({ timeZone }: HabitPlace) => `datetime({datetime: habitOrder.placedAt, timezone: ${timeZone}})`;

/** How many others opened or read what the customer said: each person once for a thing. */
const heardByOthers =
  (findHeard: string): Print =>
  ({ customer }) =>
    `COLLECT { MATCH (${customer})-[:PERFORMED]->(habitSaid) ${findHeard}
    MATCH (habitOther:Customer)-[:PERFORMED]->(habitHeard) WHERE habitOther <> ${customer}
    WITH DISTINCT habitThing, habitOther RETURN count(*) AS habit }[0]`;

/** Each habit as an expression of Cypher over a customer: the one definition, for rules and for `Customer.habits`. */
export const habitExpressions: { readonly [Name in HabitName]: Print } = {
  promotionShare: ofPurchases(
    percent('CASE WHEN habitOrder.promotion IS NULL THEN 0 ELSE habitOrder.netMinor END', 'habitOrder.netMinor'),
  ),
  discountShare: ofPurchases(
    percent(`CASE WHEN habitLine.discountMinor > 0 THEN ${lineValue} ELSE 0 END`, lineValue),
    '-[habitLine:CONTAINS]->()',
  ),
  priceSensitivity: ofPurchases(
    `WITH toFloat(count(CASE WHEN ${isBargain} THEN 1 END)) AS habitSome, toFloat(count(*)) AS habitAll
    RETURN CASE WHEN habitAll > 0 THEN ${wilson} END AS habit`,
  ),
  returnRate: ({ customer }) =>
    `COLLECT { MATCH (${customer})-[:PLACED]->(habitOrder) WHERE habitOrder.status IN ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']
    WITH habitOrder, coalesce(habitOrder.valueMinor, habitOrder.netMinor) AS habitValue
    ${percent("CASE habitOrder.status WHEN 'REFUNDED' THEN habitValue ELSE habitValue - habitOrder.netMinor END", 'habitValue')} }[0]`,
  averageRating: ({ customer }) =>
    `COLLECT { MATCH (${customer})-[:PERFORMED]->(habitEvent) WHERE habitEvent.rating IS NOT NULL WITH avg(habitEvent.rating) AS habitValue RETURN habitValue AS habit }[0]`,
  preferredChannel: preferred('channel'),
  preferredStore: preferred('storeCode'),
  preferredCategory: ({ customer }) =>
    `COLLECT { MATCH (${customer})-[:PLACED]->(habitOrder)-[:CONTAINS]->(habitProduct:Product)
    WHERE habitOrder.isPurchase = true AND ${customer}.purchaseCount >= ${FEWEST}
    WITH DISTINCT habitOrder, habitProduct.category[-1] AS habitValue WHERE habitValue IS NOT NULL
    WITH habitValue, count(*) AS habitCount WHERE 2 * habitCount > ${customer}.purchaseCount
    RETURN habitValue AS habit ORDER BY habitCount DESC, habitValue LIMIT 1 }[0]`,
  preferredHour: (place) =>
    `COLLECT { MATCH (${place.customer})-[:PLACED]->(habitOrder) WHERE habitOrder.isPurchase = true
    WITH ${localTime(place)}.hour AS habitValue, count(*) AS habitCount
    WHERE habitCount >= ${FEWEST} AND 3 * habitCount >= ${place.customer}.purchaseCount
    RETURN habitValue AS habit ORDER BY habitCount DESC, habitValue LIMIT 1 }[0]`,
  seasonShare: (place) =>
    `COLLECT { MATCH (${place.customer})-[:PLACED]->(habitOrder) WHERE habitOrder.isPurchase = true
    WITH ${localTime(place)} AS habitTime
    WITH habitTime.month % 12 / 3 AS habitSeason, count(*) AS habitCount, count(DISTINCT habitTime.year + habitTime.month / 12) AS habitYears
    WITH max(CASE WHEN habitYears >= 2 THEN habitCount END) AS habitSome, sum(habitCount) AS habitAll
    RETURN CASE WHEN habitSome IS NOT NULL THEN 100.0 * habitSome / habitAll END AS habit }[0]`,
  sharesOpened: heardByOthers(`WHERE habitSaid.name = 'share' AND habitSaid.shareId IS NOT NULL
    WITH DISTINCT habitSaid.shareId AS habitThing
    MATCH (habitHeard:Event {shareId: habitThing}) USING INDEX SEEK habitHeard:Event(shareId)
    WHERE habitHeard.name <> 'share'`),
  reviewReads: heardByOthers(`WHERE habitSaid.name = 'review'
    WITH habitSaid.key AS habitThing
    MATCH (habitHeard:Event {reviewKey: habitThing}) USING INDEX SEEK habitHeard:Event(reviewKey)`),
};

/** How many purchases were bargains: what `priceSensitivity` stands on. */
export const bargainCount = ofPurchases(
  `WITH count(CASE WHEN ${isBargain} THEN 1 END) AS habitSome RETURN habitSome AS habit`,
);
