/// One event of an event stream.
struct ServerEvent: Equatable, Sendable {
    /// The last id that was sent, by this event or one before it.
    var id: String
    var name: String
    var data: String
}
