package import Domain

/// An operation with its story so far.
package struct OperationView: Sendable {
    package var operation: Operation
    package var instanceName: String
    package var steps: [OperationStep]
}
