/// A tier of a service.
package struct VariantReply: Codable, Equatable, Sendable {
    package var name: String
    package var limits: LimitsReply
    /// By the volume's name, such as `250Mi`.
    package var volumeSizes: [String: String]
    /// For how many days the data is kept after a subscription has ended.
    package var graceDays: Int

    package init(
        name: String, limits: LimitsReply, volumeSizes: [String: String], graceDays: Int
    ) {
        self.name = name
        self.limits = limits
        self.volumeSizes = volumeSizes
        self.graceDays = graceDays
    }
}
