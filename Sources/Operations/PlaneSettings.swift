package import Domain

/// What an operator may set about wishes and how long they can be taken back.
package struct PlaneSettings: Sendable {
    /// Part of the name of everything that this installation makes.
    package var install: String
    package var address: PublicAddress
    /// How long a reset can be undone.
    package var undoWindow: Duration
    /// How long data can still be had back once its grace is over and it is given up.
    package var purgeWindow: Duration
    /// For how long a new subscription is paid for; `nil` lets it go on until it is cancelled.
    package var period: Duration?
    package var purgeGate: PurgeGate
    /// The longest pause between two sweeps that counts as time.
    package var clockTolerance: Duration
    /// How owners are told.
    package var noticeChannels: [Notice.Channel]
    /// Who is told what waits for an admin; `nil` stands for the first of them.
    package var alertAddress: String?
    /// What a ticket says of the last backup when it is issued.
    package var lastBackup: LastBackup
    /// After how long an operation that is not done ends as failed.
    package var operationDeadline: Duration
    /// The ports of the host that services may be given.
    package var hostPorts: ClosedRange<Int>
    /// When something that no row claims may be removed.
    package var orphanRule: OrphanRule
    /// How long a login lasts without being used.
    package var sessionLifetime: Duration
    package var loginLimits: LoginLimits

    package init(
        install: String, address: PublicAddress, undoWindow: Duration = .seconds(72 * 3600),
        purgeWindow: Duration = .zero, period: Duration? = nil,
        purgeGate: PurgeGate = PurgeGate(), clockTolerance: Duration = .seconds(3600),
        noticeChannels: [Notice.Channel] = [.mail], alertAddress: String? = nil,
        lastBackup: LastBackup = .waived("no backup is set up"),
        operationDeadline: Duration = .seconds(15 * 60),
        hostPorts: ClosedRange<Int> = 20000...29999, orphanRule: OrphanRule = OrphanRule(),
        sessionLifetime: Duration = .seconds(30 * 24 * 3600),
        loginLimits: LoginLimits = LoginLimits()
    ) {
        self.install = install
        self.address = address
        self.undoWindow = undoWindow
        self.purgeWindow = purgeWindow
        self.period = period
        self.purgeGate = purgeGate
        self.clockTolerance = clockTolerance
        self.noticeChannels = noticeChannels
        self.alertAddress = alertAddress
        self.lastBackup = lastBackup
        self.operationDeadline = operationDeadline
        self.hostPorts = hostPorts
        self.orphanRule = orphanRule
        self.sessionLifetime = sessionLifetime
        self.loginLimits = loginLimits
    }
}
