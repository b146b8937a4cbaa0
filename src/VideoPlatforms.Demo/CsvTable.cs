using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;

namespace VideoPlatforms.Demo;

/// <summary>Writes objects as Export-Csv does: a column a property, every value in quotes, nothing at all for null.</summary>
internal sealed class CsvTable : IDisposable
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = Environment.NewLine,
        ShouldQuote = arguments => arguments.Field is not null,
    };

    private readonly CsvWriter _writer;
    private readonly PropertyInfo[] _columns;

    public CsvTable(string path, Type columns)
    {
        _writer = new(new StreamWriter(path), Form);
        _columns = columns.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var column in _columns)
        {
            _writer.WriteField(column.Name);
        }

        _writer.NextRecord();
    }

    /// <summary>Writes a row.</summary>
    public void Write(object row)
    {
        foreach (var column in _columns)
        {
            var value = column.GetValue(row);
            _writer.WriteField(value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        _writer.NextRecord();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
