/// How much all volumes of one state are and hold together.
package struct StorageTotal: Equatable, Sendable {
    package var state: Volume.State
    package var volumes: Int
    /// What they may hold.
    package var size: Bytes
    /// What they held when they were last measured, those that ever were.
    package var used: Bytes

    package init(state: Volume.State, volumes: Int, size: Bytes, used: Bytes) {
        self.state = state
        self.volumes = volumes
        self.size = size
        self.used = used
    }
}
