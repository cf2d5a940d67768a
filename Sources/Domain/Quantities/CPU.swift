/// Processor time, in thousandths of a core.
package struct CPU: Hashable, Sendable, Codable, CustomStringConvertible {
    package var millicores: Int64

    package init(millicores: Int64) { self.millicores = millicores }

    /// Reads `250m`, `0.5`, `2`; refuses what is finer than a thousandth.
    package init(parsing text: String) throws(QuantityError) {
        millicores = try Quantity.parse(text, scale: 1000)
    }

    package var description: String {
        millicores % 1000 == 0 ? "\(millicores / 1000)" : "\(millicores)m"
    }
}
