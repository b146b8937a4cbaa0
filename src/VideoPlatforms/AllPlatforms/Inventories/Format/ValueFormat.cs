using System.Text.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Converts the values of a type to and from JSON and CSV, independently of the culture.</summary>
internal abstract class ValueFormat<T>
{
    /// <summary>Writes name and value, unless there is no value.</summary>
    public abstract void WriteJson(Utf8JsonWriter writer, VideoColumn column, T value);

    /// <summary>Writes the value as a cell.</summary>
    public abstract void WriteCsv(CsvRowWriter row, T value);

    /// <summary>Writes name and value of a cell that is not empty.</summary>
    public virtual bool TryWriteJson(Utf8JsonWriter writer, VideoColumn column, string cell)
    {
        if (!TryParse(cell, out var value))
        {
            return false;
        }

        WriteJson(writer, column, (T)value!);
        return true;
    }

    /// <summary>Converts a value that was read from JSON: a text, number, Boolean value, list of texts or element.</summary>
    public abstract bool TryConvert(object json, out object? value);

    /// <summary>Converts a cell that is not empty.</summary>
    public abstract bool TryParse(string cell, out object? value);
}
