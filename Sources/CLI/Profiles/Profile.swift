/// What somebody does not want to say with every command; what is `nil` is left open.
struct Profile: Equatable, Sendable {
    var server: String?
    var output: ClientOptions.Format?
    var color: ColorChoice?
    /// Whether to stay until an operation has ended.
    var wait: Bool?
}
