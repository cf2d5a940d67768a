/// How a command ended, for programs.
package enum ExitStatus: Int32, Sendable {
    case success = 0
    case operationFailed = 1
    case refused = 3
    case notLoggedIn = 4
    case unreachable = 5
    case serverError = 6
    /// EX_USAGE of sysexits.h, as the argument parser has it.
    case usage = 64
    /// EX_DATAERR of sysexits.h.
    case badData = 65
    /// 128 + SIGINT, as shells have it.
    case interrupted = 130
    /// 128 + SIGPIPE: nobody reads the output any more.
    case unreadOutput = 141

    /// For `--help`.
    package static let explanation = """
        EXIT STATUS
          0    done
          1    the operation ended as failed
          3    refused: by the server, or because the confirmation does not match
          4    not logged in
          5    the server cannot be reached
          6    the server failed, or answered what cannot be understood
          64   wrong usage
          65   the catalog has mistakes, or the audit trail was changed
          130  interrupted; an operation that was waited for goes on
        """
}
