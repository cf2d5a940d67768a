/// The labels by which an installation knows its own objects again.
package enum Label {
    package static let install = "holdfast.install"
    package static let instance = "holdfast.instance"
    package static let customer = "holdfast.customer"
    package static let revision = "holdfast.revision"
    package static let generation = "holdfast.generation"
    /// The subnet of a network whose containers have addresses by their ports.
    package static let subnet = "holdfast.subnet"
    /// Of a container that is never started, and whose name tells the epoch.
    package static let witness = "holdfast.witness"
    package static let volume = "holdfast.volume"
    /// What the volume stands on, where its size is enforced: `btrfs`, `xfs`.
    package static let backing = "holdfast.backing"
    /// The identity of a claim: random, made with it.
    ///
    /// A volume's `CreatedAt` cannot serve: measured on Docker 20.10.24, it moves when a file is
    /// written into the volume's root, and when its owner is changed.
    package static let claim = "holdfast.claim"
}
