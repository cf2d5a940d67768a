import NIOCore

/// Bytes as they come.
struct RawBytes: StreamDecoder {
    mutating func feed(_ chunk: ByteBuffer) -> [[UInt8]] { [Array(chunk.readableBytesView)] }

    mutating func finish() -> [[UInt8]] { [] }
}
