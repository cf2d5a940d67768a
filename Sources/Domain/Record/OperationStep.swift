/// One line in the story of an operation.
package struct OperationStep: Equatable, Sendable {
    package var operationID: OperationID
    /// Counts from 1 within the operation; an event stream resumes after it.
    package var sequence: Int
    package var at: Instant
    package var text: String

    package init(operationID: OperationID, sequence: Int, at: Instant, text: String) {
        self.operationID = operationID
        self.sequence = sequence
        self.at = at
        self.text = text
    }
}
