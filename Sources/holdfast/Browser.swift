import Foundation
import Glibc

/// Shows an address to whoever sits here.
struct Browser: Sendable {
    private let environment: [String: String]

    init(environment: [String: String]) { self.environment = environment }

    /// Whether a person sits at a terminal, with a desktop to show pages on.
    var isSeen: Bool {
        let desktops = ["DISPLAY", "WAYLAND_DISPLAY"].compactMap { environment[$0] }
        return isatty(STDOUT_FILENO) == 1 && desktops.contains { !$0.isEmpty }
    }

    /// Best effort: the address was printed, too.
    func open(_ address: String) {
        let opener = Process()
        opener.executableURL = URL(filePath: "/usr/bin/env")
        opener.arguments = ["xdg-open", address]
        opener.standardInput = FileHandle.nullDevice
        opener.standardOutput = FileHandle.nullDevice
        opener.standardError = FileHandle.nullDevice
        try? opener.run()
    }
}
