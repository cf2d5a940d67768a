/// A tier of a service: how much of the machine it gets.
package struct Variant: Equatable, Sendable {
    package var name: String
    package var limits: Limits
    /// The size of each of the service's volumes, by the volume's name.
    package var volumeSizes: [String: Bytes]

    package init(name: String, limits: Limits, volumeSizes: [String: Bytes]) {
        self.name = name
        self.limits = limits
        self.volumeSizes = volumeSizes
    }
}
