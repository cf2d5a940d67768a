/// A row that a commit has touched: a reason to look, never the truth itself.
package enum StoreChange: Hashable, Sendable {
    case instance(InstanceID)
    case operation(OperationID)
    /// There is something to deliver.
    case notice
}
