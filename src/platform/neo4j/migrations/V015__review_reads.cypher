// Events that tell who read whose review, by the review. Those that tell nothing of the kind are not in it.
CREATE INDEX event_review_key IF NOT EXISTS FOR (node:Event) ON (node.reviewKey);
