/** The first query of a newcomer: the open cases of a commune of the fictional province. */
export const starterQuery = `{
  cases(unit: "99001", list: OPEN, first: 10) {
    totalCount
    nodes { code step emergency overdue dueAt case { id version availableActions } }
  }
}`;
