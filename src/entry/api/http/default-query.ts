/** What GraphiQL shows first, and what the start message offers to paste: it works on the demo data. */
export const defaultQuery = `# A segment, tried out before it is saved: hikers who bought poles
# at a store that sells little. The pole and the store belong to one order.
query Preview {
  previewSegment(
    rule: """
    tags has "hiker"
    and purchases where (store.performance = LOW and lines where (product.category = "Trekking poles"))
    """
  ) {
    count
    clauses { rule count }
    sample {
      id
      displayName
      lifecycleStage
      totalSpent { amount currency }
      identifiers { kind value sources }
    }
  }
}

# The customers who spent the most, with their latest orders.
query BestCustomers {
  customers(first: 5, orderBy: [{ field: TOTAL_SPENT, direction: DESC }]) {
    totalCount
    nodes {
      id
      displayName
      purchaseCount
      totalSpent { amount currency }
      orders(first: 3) {
        nodes { placedAt total { amount currency } store { name } lines { quantity product { name } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;
