import FoundationEssentials
import Wire

extension JSONValue {
    /// Sorted and indented, so that the same answer is the same text.
    var pretty: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
