import Domain
import Glibc

@testable import StoreSQLite

/// Another process that holds a lock until it is killed.
final class LockHolder {
    private let child: pid_t

    /// Returns once the lock is held.
    init(of file: String) throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw PrivateFile.failure("make a pipe for", file) }
        defer { ends.forEach { close($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        let command = ["flock", "--no-fork", file, "sh", "-c", "echo held; exec sleep 600"]
        var arguments = command.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "flock", &actions, nil, &arguments, environ) == 0 else {
            throw PrivateFile.failure("run flock on", file)
        }
        self.child = child
        var byte: UInt8 = 0
        guard read(ends[0], &byte, 1) == 1 else {
            throw PrivateFile.failure("hear from the holder of", file)
        }
    }

    func kill() {
        Glibc.kill(child, SIGKILL)
        waitpid(child, nil, 0)
    }
}
