/// A reset that can still be taken back.
package struct UndoReply: Codable, Equatable, Sendable {
    package var until: String
    /// The generation of the data that would come back.
    package var generation: Int

    package init(until: String, generation: Int) {
        self.until = until
        self.generation = generation
    }
}
