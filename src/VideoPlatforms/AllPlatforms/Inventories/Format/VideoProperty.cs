using System.Reflection;
using System.Text.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>A property of a platform's videos: reads it, and converts it to and from JSON and CSV.</summary>
internal abstract class VideoProperty
{
    private protected VideoProperty(VideoColumn column) => Column = column;

    /// <summary>Gets the column.</summary>
    public VideoColumn Column { get; }

    /// <summary>Creates a property.</summary>
    public static VideoProperty Create(VideoColumn column, Type videoType, PropertyInfo property) =>
        (VideoProperty)Activator.CreateInstance(
            typeof(VideoProperty<,>).MakeGenericType(videoType, property.PropertyType),
            column,
            Delegate.CreateDelegate(typeof(Func<,>).MakeGenericType(videoType, property.PropertyType), property.GetMethod!),
            ValueFormats.Of(property.PropertyType))!;

    /// <summary>Returns the value.</summary>
    public abstract object? Get(PlatformVideo video);

    /// <summary>Writes name and value, unless there is no value.</summary>
    public abstract void WriteJson(Utf8JsonWriter writer, PlatformVideo video);

    /// <summary>Writes the value as a cell.</summary>
    public abstract void WriteCsv(CsvRowWriter row, PlatformVideo video);

    /// <summary>Writes name and value of a cell that is not empty. Fails if it is not of this property's type.</summary>
    public abstract bool TryWriteJson(Utf8JsonWriter writer, string cell);

    /// <summary>Converts a value that was read from JSON. Fails if it is not of this property's type.</summary>
    public abstract bool TryConvert(object json, out object? value);

    /// <summary>Converts a cell that is not empty. Fails if it is not of this property's type.</summary>
    public abstract bool TryParse(string cell, out object? value);
}

/// <summary>A property of a platform's videos, with its types.</summary>
internal sealed class VideoProperty<TVideo, TValue>(VideoColumn column, Func<TVideo, TValue> get, ValueFormat<TValue> format) : VideoProperty(column)
    where TVideo : PlatformVideo
{
    /// <inheritdoc/>
    public override object? Get(PlatformVideo video) => get((TVideo)video);

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, PlatformVideo video) => format.WriteJson(writer, Column, get((TVideo)video));

    /// <inheritdoc/>
    public override void WriteCsv(CsvRowWriter row, PlatformVideo video) => format.WriteCsv(row, get((TVideo)video));

    /// <inheritdoc/>
    public override bool TryWriteJson(Utf8JsonWriter writer, string cell) => format.TryWriteJson(writer, Column, cell);

    /// <inheritdoc/>
    public override bool TryConvert(object json, out object? value) => format.TryConvert(json, out value);

    /// <inheritdoc/>
    public override bool TryParse(string cell, out object? value) => format.TryParse(cell, out value);
}
