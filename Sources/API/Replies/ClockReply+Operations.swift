import Operations
import Wire

extension ClockReply {
    init(_ view: ClockView) {
        self.init(
            now: view.now.description, counted: view.counted.description, doubt: view.doubt,
            confirm: view.confirmation)
    }
}
