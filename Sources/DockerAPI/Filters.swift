import FoundationEssentials

/// The `filters` of a list: for each key, the values that match.
///
/// A hint only: Docker wants all labels of a list to match, Podman any of them. Whoever lists
/// checks each item.
package struct Filters: Equatable, Sendable {
    package var values: [String: [String]]

    package init(_ values: [String: [String]] = [:]) { self.values = values }

    var query: [(String, String)] {
        guard !values.isEmpty else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A dictionary of texts always encodes.
        let json = (try? encoder.encode(values)) ?? .init()
        return [("filters", String(decoding: json, as: UTF8.self))]
    }
}
