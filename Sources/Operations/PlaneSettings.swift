package import Domain

/// What an operator may set about wishes and how long they can be taken back.
package struct PlaneSettings: Sendable {
    /// Part of the name of everything that this installation makes.
    package var install: String
    package var address: PublicAddress
    /// How long a reset can be undone.
    package var undoWindow: Duration
    /// What a ticket says of the last backup when it is issued.
    package var lastBackup: LastBackup
    /// After how long an operation that is not done ends as failed.
    package var operationDeadline: Duration
    /// The ports of the host that services may be given.
    package var hostPorts: ClosedRange<Int>
    /// How long a login lasts without being used.
    package var sessionLifetime: Duration

    package init(
        install: String, address: PublicAddress, undoWindow: Duration = .seconds(72 * 3600),
        lastBackup: LastBackup = .waived("no backup is set up"),
        operationDeadline: Duration = .seconds(15 * 60),
        hostPorts: ClosedRange<Int> = 20000...29999,
        sessionLifetime: Duration = .seconds(30 * 24 * 3600)
    ) {
        self.install = install
        self.address = address
        self.undoWindow = undoWindow
        self.lastBackup = lastBackup
        self.operationDeadline = operationDeadline
        self.hostPorts = hostPorts
        self.sessionLifetime = sessionLifetime
    }
}
