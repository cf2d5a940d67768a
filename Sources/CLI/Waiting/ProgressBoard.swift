import Wire

/// Shows an operation as it goes: a line for each step, and one more that lives, on the standard
/// error and only where a terminal shows it.
actor ProgressBoard {
    private let terminal: any Terminal
    private let text: ProgressText
    private let live: ProgressText
    private let uptime: @Sendable () -> Duration
    private let start: Duration
    nonisolated let isLive: Bool
    private var operation: OperationReply
    private var silence: String?
    private var frame = 0
    private var isFinished = false

    init(_ operation: OperationReply, on desk: Desk) {
        terminal = desk.terminal
        text = ProgressText(paint: desk.paint)
        live = ProgressText(paint: desk.errorPaint)
        uptime = desk.surroundings.uptime
        start = uptime()
        isLive = desk.terminal.showsErrors && !desk.surroundings.isDumb
        self.operation = operation
    }

    func show(_ news: OperationWatch.News) {
        switch news {
        case .step(let step):
            silence = nil
            writeOver(text.step(step, since: operation.createdAt))
        case .state(let state):
            silence = nil
            operation.state = state.state
            operation.message = state.message
        case .silence(let server):
            if silence == nil, !isLive { terminal.writeLine(text.silence(server)) }
            silence = server
        }
    }

    /// Draws the living line anew.
    func tick() {
        guard isLive, !isFinished else { return }
        frame += 1
        let line = live.waiting(
            operation, silence: silence, frame: frame, elapsed: uptime() - start,
            width: terminal.width)
        terminal.complain("\r\u{1B}[2K" + line)
    }

    /// Takes the living line away; a tick that was under way does not bring it back.
    func finish() {
        isFinished = true
        if isLive { terminal.complain("\r\u{1B}[2K") }
    }

    private func writeOver(_ line: String) {
        if isLive { terminal.complain("\r\u{1B}[2K") }
        terminal.writeLine(line)
    }
}
