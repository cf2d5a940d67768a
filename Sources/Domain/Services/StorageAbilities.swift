/// What volumes of one class of storage can do, as far as that could be found out.
package struct StorageAbilities: Equatable, Sendable, Codable {
    package struct Ability: Equatable, Sendable, Codable {
        package enum Answer: String, Sendable, Codable, CaseIterable { case yes, no, unknown }

        package var answer: Answer
        /// In words, where it is not simply so.
        package var why: String?

        package init(_ answer: Answer, _ why: String? = nil) {
            self.answer = answer
            self.why = why
        }
    }

    /// As the catalog has it.
    package var name: String
    package var provisioner: String
    /// Whether volumes of templates that name no class are of this one.
    package var isDefault: Bool
    /// Whether its own volumes outlive their claims; where not, Holdfast makes a class beside it.
    package var keepsBytes: Bool
    package var grows: Ability
    package var enforcesSizes: Ability
    package var snapshots: Ability
    /// Whether a service can go to another node with its volume.
    package var moves: Ability

    package init(
        name: String, provisioner: String, isDefault: Bool, keepsBytes: Bool, grows: Ability,
        enforcesSizes: Ability, snapshots: Ability, moves: Ability
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
