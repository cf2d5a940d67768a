/// The next thing to do about an instance.
package enum Step: Equatable, Sendable {
    case act(Act)
    /// Nothing to do but look again soon; the reason is for people.
    case wait(String)
    /// Nothing that a program should do: a person must look.
    case callForHelp(Trouble)
    /// Redeem the ticket, and destroy what it names.
    case destroy(TicketID)
}

/// What only a person can mend.
package enum Trouble: Equatable, Sendable {
    case volumeLost([ClaimName])
    case volumeInUse(by: [String])
    case claimTaken([ClaimName])
    case growthRefused(ClaimName, String)

    package var message: String {
        switch self {
        case .volumeLost(let claims):
            "Volume \(claims.map(\.rawValue).joined(separator: ", ")) is missing. Nothing was "
                + "made in its place: restore the volume, or undo or repeat a reset."
        case .volumeInUse(let intruders):
            "The volume is mounted by \(intruders.joined(separator: ", ")), which Holdfast did "
                + "not make. Remove that first: two writers would damage the data."
        case .claimTaken(let claims):
            "A volume that is not of this service bears the name "
                + "\(claims.map(\.rawValue).joined(separator: ", ")). Nothing was done to it. "
                + "If the database was put back from a copy, it may hold newer data: keep it, and "
                + "undo or repeat the reset."
        case .growthRefused(let claim, let why):
            "Volume \(claim) cannot be enlarged, and stays as large as it is: \(why)"
        }
    }
}

extension Step {
    var isAct: Bool { if case .act = self { true } else { false } }
}

extension [Step] {
    /// Whether the wish is fulfilled: what is left are destructions, which hurry nobody.
    package var isSettled: Bool {
        allSatisfy { step in
            if case .destroy = step { true } else { false }
        }
    }
}
