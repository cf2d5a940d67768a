/// What volumes of one class of storage can do, as far as that could be found out.
package struct StorageClassReply: Codable, Equatable, Sendable {
    /// As the catalog has it.
    package var name: String
    package var provisioner: String
    /// Whether volumes of templates that name no class are of this one.
    package var isDefault: Bool
    /// Whether its own volumes outlive their claims; where not, Holdfast makes a class beside it.
    package var keepsBytes: Bool
    package var grows: AbilityReply
    package var enforcesSizes: AbilityReply
    package var snapshots: AbilityReply
    /// Whether a service can go to another node with its volume.
    package var moves: AbilityReply

    package init(
        name: String, provisioner: String, isDefault: Bool, keepsBytes: Bool,
        grows: AbilityReply, enforcesSizes: AbilityReply, snapshots: AbilityReply,
        moves: AbilityReply
    ) {
        self.name = name
        self.provisioner = provisioner
        self.isDefault = isDefault
        self.keepsBytes = keepsBytes
        self.grows = grows
        self.enforcesSizes = enforcesSizes
        self.snapshots = snapshots
        self.moves = moves
    }
}
