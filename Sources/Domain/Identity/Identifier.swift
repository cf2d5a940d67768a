/// The name of one row, forever; the entity keeps a user's id from being taken for a volume's.
///
/// Ids sort by the time of their making, so a page can go on after the last id it showed.
package struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

package typealias UserID = Identifier<User>
package typealias APITokenID = Identifier<APIToken>
package typealias SessionID = Identifier<Session>
package typealias SubscriptionID = Identifier<Subscription>
package typealias InstanceID = Identifier<ServiceInstance>
package typealias VolumeID = Identifier<Volume>
package typealias OperationID = Identifier<Operation>
package typealias TicketID = Identifier<DestructionTicket.Record>
