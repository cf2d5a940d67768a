/// The labels by which an installation knows its own objects again.
package enum Label {
    /// Of all that Holdfast keeps; its admission policy guards whatever has it.
    package static let managedBy = "app.kubernetes.io/managed-by"
    package static let manager = "holdfast"
    package static let install = "holdfast/install"
    package static let instance = "holdfast/instance"
    package static let customer = "holdfast/customer"
    package static let volume = "holdfast/volume"
    package static let generation = "holdfast/generation"
    /// The identity of a claim: random, made with it, and borne by its volume, too. The uid of a
    /// claim cannot serve: one that was deleted by mistake is made anew over the same bytes.
    package static let claim = "holdfast/claim"
}
