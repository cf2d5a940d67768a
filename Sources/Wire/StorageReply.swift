/// How much all volumes of one state are and hold together.
package struct StorageReply: Codable, Equatable, Sendable {
    /// `attached` or `retired`.
    package var state: String
    package var volumes: Int
    /// What they may hold, in bytes.
    package var size: Int64
    /// What they held when they were last measured, in bytes.
    package var used: Int64

    package init(state: String, volumes: Int, size: Int64, used: Int64) {
        self.state = state
        self.volumes = volumes
        self.size = size
        self.used = used
    }
}
