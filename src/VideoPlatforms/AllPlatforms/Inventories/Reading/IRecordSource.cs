namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Reads the records of an inventory as lines of JSON, without creating the videos.</summary>
internal interface IRecordSource
{
    /// <summary>Gets a value indicating whether the file does not contain all properties.</summary>
    bool IsPartial { get; }

    /// <summary>Gets the number of the line that was read last.</summary>
    long LineNumber { get; }

    /// <summary>Gets the position of that line in the uncompressed file; 0 if the file contains no JSON.</summary>
    long Position { get; }

    /// <summary>Reads the next line, or why it contains no video. The bytes are valid until the next line is read.</summary>
    /// <returns>False at the end.</returns>
    bool Read(out ReadOnlyMemory<byte> line, out CommandException? error);
}
