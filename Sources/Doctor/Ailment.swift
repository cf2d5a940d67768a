/// Of what kind a problem is, as the exit status of sysexits.h.
package enum Ailment: Int32, Sendable {
    /// EX_DATAERR: what is kept is damaged or missing.
    case data = 65
    /// EX_UNAVAILABLE: somebody who is needed does not answer.
    case unavailable = 69
    /// EX_OSERR: the machine is not as it must be.
    case system = 71
    /// EX_IOERR: a disk is full or does not work.
    case disk = 74
    /// EX_NOPERM
    case permission = 77
    /// EX_CONFIG
    case configuration = 78
}
