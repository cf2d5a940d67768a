/// One line in the story of an operation.
package struct OperationStepReply: Codable, Equatable, Sendable {
    /// Counts from 1; the id of the event that carries it.
    package var sequence: Int
    package var at: String
    package var text: String

    package init(sequence: Int, at: String, text: String) {
        self.sequence = sequence
        self.at = at
        self.text = text
    }
}
