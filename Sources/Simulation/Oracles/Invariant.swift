/// What must hold, whatever happens. S: at every moment; L: once nothing goes wrong any more.
package enum Invariant: String, Sendable, CaseIterable {
    /// Bytes go only under a committed ticket that names them, with its line in the audit.
    case s1 = "S1"
    /// What is destroyed has the identity that rows have.
    case s2 = "S2"
    /// Nothing is destroyed while there is a hold.
    case s3 = "S3"
    /// No two applications write to one volume.
    case s4 = "S4"
    /// A volume stays with its service: what was written is there, and no empty one takes its
    /// place unasked.
    case s5 = "S5"
    /// Nothing is destroyed before its time, before its owner was warned, or after it was taken
    /// back.
    case s6 = "S6"
    /// Nobody gets what is somebody else's.
    case s7 = "S7"
    /// What was acknowledged survives, and takes effect once.
    case s8 = "S8"
    /// Each change has its line in the audit, and its chain is whole.
    case s9 = "S9"
    /// Nothing is destroyed whose last backup is owed.
    case s10 = "S10"
    /// All becomes as it was wished, and stays so.
    case l1 = "L1"
    /// Whatever there is belongs to a row, and whatever a row has is there.
    case l2 = "L2"
    /// Every operation ends.
    case l3 = "L3"
    /// The same wishes without faults would have come to the same.
    case same = "D1"
    /// The same seed tells the same story.
    case repeatable = "R1"
    /// The play itself came to a standstill.
    case standstill = "standstill"
}
