// Stands in the bundles where Apollo looks, at the first request, whether GraphQL 17 is there. That look alone
// would keep every part of GraphQL 16 that nobody calls.
export const version = '16';
