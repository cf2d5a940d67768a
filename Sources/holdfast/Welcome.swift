import Foundation

/// The last lines before the server waits: where it is, and how to get in.
struct Welcome {
    let adminPassword: String?
    let demoFile: String?

    /// - Returns: The server's address.
    func print(host: String, port: Int?) -> String {
        let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port ?? 0)"
        var lines = ["", "Holdfast listens on \(address)"]
        if let adminPassword {
            lines.append("The first admin is \(FirstAccounts.admin), with the one-time password")
            lines.append("  \(adminPassword)")
            lines.append("Log in with: holdfast login --server \(address)")
        }
        if let demoFile {
            lines.append("\(FirstAccounts.demo) may try things out; password in \(demoFile)")
        }
        // To a pipe, `print` would wait for its buffer to fill.
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        return address
    }
}
