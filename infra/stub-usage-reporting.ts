// Stands in the bundles for what Apollo's reports to its own cloud are made with. That cloud is
// never spoken to: nothing below is called unless usage reporting or inline traces are switched on.
export const Report = {};
export const ReportHeader = {};
export const Trace = {};
export const google = {};
export const usageReportingSignature = unused;
export const calculateReferencedFieldsByType = unused;

function unused(): never {
  throw new Error('usage reporting is not in this bundle');
}
