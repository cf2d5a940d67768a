import Domain
import TestSupport

/// What is so, whatever rows say: kept by the world, and unknown to the program.
struct Truth: Sendable {
    struct Watch: Hashable {
        var life: Int
        var instance: InstanceID
    }

    // Mail.
    var isMailUp = true
    /// What was taken over, whether or not the program has heard of that.
    var mails: [Notice] = []

    // Who knew what, and since when: changes behind the program's back are counted.
    var meddlings = 0
    var lookedAt: [Watch: Int] = [:]
    var intruderSince: [WorkloadID: Int] = [:]
    var unguardedSince: [ClaimUID: Int] = [:]

    /// Instances that a process is looking at.
    var underLook: Set<Watch> = []

    // Of a cluster: under which ticket a process destroys a claim, since how many meddlings.
    struct Permit: Hashable {
        var life: Int
        var claim: ClaimName
    }

    struct Permission {
        var ticket: TicketID
        var meddlings: Int
    }

    var permits: [Permit: Permission] = [:]
    /// What the program has given up; it goes a little later.
    var surrendered: Set<ClaimUID> = []
    /// The last workload of a name that the program has asked for.
    var asked: [String: Workload] = [:]
    /// The uids of what strangers have put in the place of what is ours.
    var usurpers: Set<String> = []

    // Data.
    /// The number after which each running application goes on writing.
    var written: [RunID: [ClaimName: Int]] = [:]
    /// How many records an application was told are kept.
    var durable: [ClaimUID: Int] = [:]
    var owners: [ClaimUID: InstanceID] = [:]
    /// Who bore a name last.
    var holders: [ClaimName: ClaimUID] = [:]
    /// What strangers have taken away, or made.
    var strangers: Set<ClaimUID> = []
    var hasPlanted = false
    var planted: [ClaimName] = []
    /// What an admin has decided to leave to the clean-up.
    var disowned: Set<ClaimUID> = []
    /// After how many acts a container was last made for a claim, and the last backup made.
    var mountedAfter: [ClaimUID: Int] = [:]
    var backedUpAfter = 0
    /// Whether a stranger has taken the epoch from the engine.
    var hasForgottenEpoch = false
    /// When a stranger has taken a claim away, or put another in its place.
    var takenSince: [ClaimName: Int] = [:]
    var destroyed: Set<ClaimUID> = []
    /// What an older copy of the database that was put back does not know.
    var unknown: Set<ClaimUID> = []
    /// What was in use before an older copy of the database was put back that would destroy it.
    var protected: Set<ClaimUID> = []

    /// When a quarantine ended, or a clock that was ahead was said to be right, for what was to be
    /// destroyed then; by the clock on the wall.
    var postponedSince: [TicketID: Instant] = [:]
    /// When somebody has first heard of each notice, as time truly went by.
    var mailsSince: [NoticeID: Duration] = [:]
    /// Whether an admin may have said that the clock is right.
    var mayProlong = false
    /// How often the clock on the wall was set.
    var leaps = 0

    // People.
    var requests: [Int: Request.Fate] = [:]
    var slots: [Slot] = []
    /// What was acknowledged, published, and how time went by, in order.
    var history: [Deed] = []
    var paid: Set<Int> = []
    var refusedPayments = 0
    /// Whether a catalog was published while a wish was under way, which then may be of either.
    var hasRaced = false
    /// Whether what was paid for has come to its end while a subscription lived.
    var hasRunOut = false
    /// Whether what a reset was to make was given up before it was made, and is no generation that
    /// could come back.
    var hasSkippedGeneration = false
    /// Of which the payment system has said that they are not paid for any more.
    var unpaid: Set<InstanceID> = []
    /// What it all has come to.
    var summary: [String] = []
    /// Whether somebody but customers, admins and the payment system had a hand in it.
    var isMeddledWith: Bool { meddlings > 1 || leaps > 0 || wasRestored }
    var wasRestored: Bool { restorations > 0 }
    /// How often an older copy of the database was put back.
    var restorations = 0
    var attached: [InstanceID: Set<VolumeID>] = [:]
    var operationsSeen: Set<OperationID> = []

    struct Slot: Sendable {
        var instance: InstanceID
        var name: String
        var customer: Int
    }
}
