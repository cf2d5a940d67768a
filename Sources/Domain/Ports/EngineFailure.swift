/// Why an engine did not do it, told by what to do next; the words are for people.
package enum EngineFailure: Error, Equatable, Sendable {
    /// Nobody answered: look again later.
    case unreachable(String)
    /// The world moved in between: look again now.
    case stale(String)
    /// The host port is held by somebody else; by whom, and what to do about it.
    case portTaken(Int, String)
    /// It did not work, in the engine's own words; it may work later.
    case failed(String)
    /// It can never work as asked.
    case impossible(String)

    package var message: String {
        switch self {
        case .unreachable(let why): "The engine does not answer: \(why)"
        case .portTaken(let port, let why): "Port \(port) of the host is taken: \(why)"
        case .stale(let why), .failed(let why), .impossible(let why): why
        }
    }
}
