import Domain
import FoundationEssentials

/// What is told to a program: a notice as JSON.
struct WebhookBody: Encodable {
    let id: String
    let type: String
    let createdAt: String
    let data: [String: String]

    init(_ notice: Notice) {
        id = notice.id.rawValue
        type = notice.kind.rawValue
        createdAt = notice.createdAt.description
        data = notice.values
    }

    /// Sorted, so that each try sends the same.
    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }
}
