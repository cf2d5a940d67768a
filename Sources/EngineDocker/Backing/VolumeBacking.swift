package import Domain

/// What volumes of enforced size stand on: a folder of this machine, with one place for each
/// claim. The engine binds the place into containers, so both must share the machine.
///
/// A place has the identity of its claim, which is written last when it is made and goes last
/// when it is removed: so whatever is cut short in between can be gone on with.
package protocol VolumeBacking: Sendable {
    /// For people: `btrfs`.
    var title: String { get }
    var folder: BackingFolder { get }

    /// Sees to it that places can be made here.
    /// - Throws: `BackingRefusal`, in words for whoever starts the program.
    func prepare() async throws

    /// Makes the place of a claim, empty, or takes the empty one that an earlier try left.
    func make(_ claim: ClaimName, size: Bytes, uid: ClaimUID) async throws(EngineFailure)

    /// The folder that containers get. While the place is not open, it must not exist.
    func path(of claim: ClaimName) -> String

    /// Makes the place ready for a container, as after a start of the machine.
    func open(_ claim: ClaimName) async throws(EngineFailure)

    /// Has the file system count what was written a moment ago.
    func settle() async throws(EngineFailure)

    /// `nil` while the place is not open.
    func measure(_ claim: ClaimName) async throws(EngineFailure) -> ClaimUsage?

    /// Makes an open place larger while containers use it; never smaller.
    func grow(_ claim: ClaimName, to size: Bytes) async throws(EngineFailure)

    /// Removes the ticket's place with all that is in it, if it still has the ticket's identity.
    /// The claim itself must be gone.
    func remove(under ticket: consuming DestructionTicket) async throws(EngineFailure)
}

/// Why volumes of enforced size cannot be had here.
package struct BackingRefusal: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
