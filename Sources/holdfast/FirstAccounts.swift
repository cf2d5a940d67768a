import Domain
import Foundation
import Operations

/// Makes the accounts without which nobody could log in to a fresh installation.
///
/// A password is first written to a file that only its owner can read, then to the database: a
/// crash in between loses nothing.
struct FirstAccounts {
    static let admin = "admin@localhost"
    static let demo = "demo@localhost"

    let plane: ControlPlane
    let folder: String

    /// The first admin's one-time password, until it was changed.
    func admin() async throws -> String? {
        let file = "\(folder)/admin-password"
        if try await plane.hasNoUsers() {
            try await seed(Self.admin, .admin, in: file, mustChange: true)
        }
        guard try await plane.hasOneTimePassword(email: Self.admin) else {
            try? FileManager.default.removeItem(atPath: file)
            return nil
        }
        return try? String(contentsOfFile: file, encoding: .utf8)
    }

    /// The file with the demonstration customer's password.
    func demo() async throws -> String {
        let file = "\(folder)/demo-password"
        try await seed(Self.demo, .customer, in: file, mustChange: false)
        return file
    }

    /// A password that is in the file already is used again.
    private func seed(
        _ email: String, _ role: User.Role, in file: String, mustChange: Bool
    ) async throws {
        let known = try? String(contentsOfFile: file, encoding: .utf8)
        let password = known ?? plane.oneTimePassword()
        if known == nil {
            guard
                FileManager.default.createFile(
                    atPath: file, contents: Data(password.utf8),
                    attributes: [.posixPermissions: 0o600])
            else { throw Complaint("Cannot write \(file). Is the disk full?") }
        }
        _ = try await plane.seedUser(
            email: email, role: role, password: password, mustChangePassword: mustChange)
    }
}
