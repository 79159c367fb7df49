/** More customers than these on one device, phone or address are no household. */
export const MOST_TOGETHER = 8;

/**
 * Cypher that goes from the customer in the variable `from` to every other one who shares an address, a device or a phone with it, as
 * `to`, with what they share as `kind` and `value`; a row for each thing that is shared. A place where more people are than
 * `MOST_TOGETHER` is an office, a till or a dormitory, and tells nothing. Whether somebody is known is left to the caller.
 * Its own variables have names that nothing around it uses, as Cypher does not let a subquery hide one.
 * @param phoneKinds an expression: kinds of identifiers that are phone numbers
 */
export const householdTies = (from: string, to: string, phoneKinds: string): string => `CALL (${from}) {
  WITH ${from} WHERE ${from}.addressLine IS NOT NULL AND ${from}.city IS NOT NULL
  MATCH (there:Customer {addressLine: ${from}.addressLine, city: ${from}.city})
  WITH ${from}, there LIMIT ${MOST_TOGETHER + 1}
  WITH ${from}, collect(there) AS people
  RETURN people, 'ADDRESS' AS kind, ${from}.addressLine + ', ' + ${from}.city AS value
  UNION ALL
  MATCH (${from})-[:USES]->(sharedDevice:Device)
  CALL (sharedDevice) {
    MATCH (sharedDevice)<-[:USES]-(there:Customer)
    WITH there LIMIT ${MOST_TOGETHER + 1}
    RETURN collect(there) AS people
  }
  RETURN people, 'DEVICE' AS kind, sharedDevice.deviceId AS value
  UNION ALL
  MATCH (${from})-[:HAS_RECORD]->(:SourceRecord)-[:STATES]->(sharedPhone:Identifier)
  WHERE sharedPhone.kind IN ${phoneKinds}
  WITH DISTINCT sharedPhone
  CALL (sharedPhone) {
    MATCH (sharedPhone)<-[:STATES]-(:SourceRecord)<-[:HAS_RECORD]-(there:Customer)
    WITH DISTINCT there LIMIT ${MOST_TOGETHER + 1}
    RETURN collect(there) AS people
  }
  RETURN people, 'PHONE' AS kind, sharedPhone.value AS value
}
WITH ${from}, people, kind, value
WHERE size(people) <= ${MOST_TOGETHER}
UNWIND people AS ${to}
WITH ${from}, ${to}, kind, value
WHERE ${to} <> ${from}`;

/** Cypher that goes from the customer in `from` to those who brought it, as `to`, with `via` and `at`; a row for each event that tells it. */
export const referredByTies = (from: string, to: string): string => `MATCH (${from})-[:PERFORMED]->(opened)
WHERE opened.invitedBy IS NOT NULL OR (opened.shareId IS NOT NULL AND opened.name <> 'share')
CALL (opened) {
  WITH opened WHERE opened.shareId IS NOT NULL AND opened.name <> 'share'
  MATCH (shared:Event {shareId: opened.shareId})
  USING INDEX SEEK shared:Event(shareId)
  WHERE shared.name = 'share'
  MATCH (referrer:Customer)-[:PERFORMED]->(shared)
  RETURN referrer, 'SHARE' AS via
  UNION
  MATCH (inviting:Identifier {key: opened.invitedBy})
  WHERE COUNT { (inviting)-[:IDENTIFIES]->(:Customer) } = 1
  MATCH (inviting)-[:IDENTIFIES]->(referrer:Customer)
  RETURN referrer, 'INVITATION' AS via
}
WITH ${from}, referrer AS ${to}, via, opened.occurredAt AS at
WHERE ${to} <> ${from}`;

/** The other way round: Cypher that goes from the customer in `from` to those whom it brought. */
export const referralTies = (from: string, to: string): string => `CALL (${from}) {
  MATCH (${from})-[:PERFORMED]->(shared)
  WHERE shared.name = 'share' AND shared.shareId IS NOT NULL
  MATCH (opened:Event {shareId: shared.shareId})
  USING INDEX SEEK opened:Event(shareId)
  WHERE opened.name <> 'share'
  RETURN opened, 'SHARE' AS via
  UNION
  MATCH (${from})<-[:IDENTIFIES]-(inviting:Identifier)
  WHERE COUNT { (inviting)-[:IDENTIFIES]->(:Customer) } = 1
  MATCH (opened:Event {invitedBy: inviting.key})
  RETURN opened, 'INVITATION' AS via
}
MATCH (${to}:Customer)-[:PERFORMED]->(opened)
WITH ${from}, ${to}, via, opened.occurredAt AS at
WHERE ${to} <> ${from}`;
