import Wire

/// All that the engine has, beside all that Holdfast says there should be. The engine must be one
/// that nobody else uses.
struct Inventory: Sendable {
    struct Container: Equatable, Sendable {
        var id: String
        /// `nil` where Holdfast did not make it.
        var instance: String?
        var isRunning: Bool
        var volumes: [String]
    }

    var services: [InstanceReply]
    var containers: [Container]
    var volumes: Set<String>
    /// The name of the installation's network, as often as there is one.
    var networks: [String]
}
