/// How far database and engine have come.
package struct EpochReply: Codable, Equatable, Sendable {
    package var database: Int64
    /// Absent where the engine could not be asked, or has none.
    package var engine: Int64?

    package init(database: Int64, engine: Int64? = nil) {
        self.database = database
        self.engine = engine
    }
}
