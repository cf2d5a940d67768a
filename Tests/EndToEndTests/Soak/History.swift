/// What happened in a soak, as far as anybody could see: what the judge judges by.
///
/// Moments are counted, not timed: of two things, the one with the smaller number was first.
struct History: Sendable {
    /// A row that a service has acknowledged.
    struct Row: Equatable, Sendable {
        var number: Int
        var service: String
        /// Just before it was sent, and once the answer was there.
        var span: ClosedRange<Int>
    }

    /// A time in which a volume may have been the one that a service writes to: from before the
    /// wish for it was sent, until the wish for another has come true.
    struct Tenure: Equatable, Sendable {
        var service: String
        var claim: String
        var from: Int
        var until: Int?
    }

    /// A wish that Holdfast has accepted.
    struct Order: Equatable, Sendable {
        var id: String
        var kind: String
        var subscription: String
        /// The last state that was seen, and its words.
        var state: String
        var message: String?
    }

    /// Which runs had each volume mounted, at one look at the kernel.
    struct Sighting: Equatable, Sendable {
        var moment: Int
        var runs: [String: Set<String>]
    }

    /// A container that began or ended, by the engine's own word. An era lasts as long as one
    /// connection: what was said between two is not known.
    struct Word: Equatable, Sendable {
        enum Kind: String, Sendable { case start, die }

        var era: Int
        var instance: String
        var container: String
        var kind: Kind
    }

    var rows: [Row] = []
    var tenures: [Tenure] = []
    var orders: [Order] = []
    /// Only those that differ from the one before.
    var sightings: [Sighting] = []
    var words: [Word] = []

    /// Where a row may have been written.
    func claims(for row: Row) -> Set<String> {
        let matching = tenures.filter { tenure in
            tenure.service == row.service && tenure.from <= row.span.upperBound
                && row.span.lowerBound <= tenure.until ?? .max
        }
        return Set(matching.map(\.claim))
    }
}
