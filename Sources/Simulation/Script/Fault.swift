/// What goes wrong at a place where the program touches the world.
package struct Fault: Equatable, Sendable, Codable {
    /// Where a process dies, as seen from the call that it is making.
    package enum Phase: String, Equatable, Sendable, CaseIterable, Codable {
        /// The call was not sent.
        case unsent
        /// It was carried out, and nobody heard the answer.
        case unanswered
        /// It was carried out and answered, and what follows from that was not written down.
        case unrecorded
    }

    package enum Kind: Equatable, Sendable, Codable {
        case crash(Phase)
        /// Nobody answers; perhaps it was carried out all the same.
        case unreachable(isTaken: Bool)
        case stale
        case failed
        case portTaken
        /// The connection to the API server breaks; perhaps it was done all the same.
        case dropped(isTaken: Bool)
        /// The API server refuses with this code, and has not looked.
        case refused(Int)
        /// It is done at once, and so many seconds go by until the answer comes: by then, what it
        /// tells may not be so.
        case late(Int)
        /// A stranger puts something of their own in the place of what is to be changed.
        case usurped
        case busy
        case full
        /// The database has committed, and says that it could not.
        case commitLost
        /// It takes so many seconds.
        case slow(Int)
        case mailLater(isTaken: Bool)
        case mailNever
    }

    /// How many calls after the beginning of its scene; the first later one that it suits is hit.
    package var after: Int
    package var kind: Kind
    /// The only calls that it hits, where it is not to be whatever it suits.
    package var at: Port?

    package init(after: Int, _ kind: Kind, at port: Port? = nil) {
        self.after = after
        self.kind = kind
        at = port
    }

    func hits(_ port: Port) -> Bool { at.map { $0 == port } ?? kind.suits(port) }
}

extension Fault.Kind {
    func suits(_ port: Port) -> Bool {
        switch self {
        case .crash, .slow: true
        case .unreachable: port.isEngine
        case .dropped: port.isOfCluster
        case .refused(let code): code == 409 ? port == .send : port.isOfCluster
        case .late: [.fetch, .send, .look, .survey].contains(port)
        case .usurped: port == .send
        case .stale, .failed: port == .act || port == .destroy
        case .portTaken: port == .start
        case .busy: port.isStore
        case .full, .commitLost: port == .write || port == .redeem
        case .mailLater, .mailNever: port == .mail
        }
    }
}

extension Fault: CustomStringConvertible {
    package var description: String {
        switch kind {
        case .crash(.unsent): "the process is killed before it does this"
        case .crash(.unanswered): "it is done, and the process is killed before it hears of it"
        case .crash(.unrecorded): "it is done, and the process is killed right after"
        case .unreachable(true): "it is done, and the answer is lost"
        case .unreachable(false): "nobody answers"
        case .stale: "the engine says that the world has moved"
        case .failed: "the engine says that it did not work"
        case .portTaken: "the engine says that the port is taken"
        case .dropped(true): "it is done, and the connection breaks"
        case .dropped(false): "the connection breaks"
        case .refused(let code): "the API server says \(code)"
        case .late(let seconds): "it is done, and the answer comes \(seconds) s later"
        case .usurped: "a stranger's object has taken the place"
        case .busy: "the database is busy"
        case .full: "the disk of the database is full"
        case .commitLost: "the database has committed, and says that it could not"
        case .slow(let seconds): "it takes \(seconds) s"
        case .mailLater(true): "the mail is taken over, and the answer is lost"
        case .mailLater(false): "the mail server says: later"
        case .mailNever: "the mail server says: never"
        }
    }
}
