MATCH (node:Customer)
WHERE (all(element IN $tags WHERE element IN node.tags) AND NOT ($tags2 IN coalesce(node.tags, [])))

// {
//   "tags": [
//     "hiker",
//     "vip"
//   ],
//   "tags2": "do-not-call"
// }
