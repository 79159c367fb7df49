MATCH (node:Customer)
WHERE (any(date IN [node.birthDate] WHERE (((date.month * 100) + date.day) >= $from AND ((date.month * 100) + date.day) <= $to AND date.year < $year)) AND any(date IN [CASE
  WHEN node.firstPurchaseAt IS NOT NULL THEN datetime({datetime: node.firstPurchaseAt, timezone: $timeZone})
END] WHERE ((((date.month * 100) + date.day) >= $from2 AND ((date.month * 100) + date.day) <= $to2 AND date.year < $year2) OR (((date.month * 100) + date.day) >= $from3 AND ((date.month * 100) + date.day) <= $to3 AND date.year < $year3))))

// {
//   "from": 701,
//   "to": 708,
//   "year": 2026,
//   "timeZone": "Asia/Shanghai",
//   "from2": 701,
//   "to2": 1231,
//   "year2": 2026,
//   "from3": 101,
//   "to3": 701,
//   "year3": 2027
// }
